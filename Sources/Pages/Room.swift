/// HTML and SVG as pure functions of answers.
enum PagesRoom {}
