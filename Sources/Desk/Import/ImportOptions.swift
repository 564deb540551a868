public import Exchange
public import Vocabulary

/// How files are to be read and for whom.
public struct ImportOptions: Sendable {
  /// The formats to try.
  public var readers: [any Reader]
  /// Only this format, whatever the file looks like; nil to recognise it.
  public var format: String?
  /// Whether what comes of official publications too is kept from the public until published.
  public var isInternal: Bool
  /// The publication date a person gave.
  public var published: Moment?
  /// Why, for the journal; nil for the file's title.
  public var why: String?
  /// Told what is being done, now and then.
  public var progress: @Sendable (String) -> Void

  /// Options.
  public init(
    readers: [any Reader], format: String? = nil, isInternal: Bool = false, published: Moment? = nil,
    why: String? = nil, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.readers = readers
    self.format = format
    self.isInternal = isInternal
    self.published = published
    self.why = why
    self.progress = progress
  }
}
