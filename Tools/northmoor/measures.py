"""Measures."""


def write(book):
    pass
