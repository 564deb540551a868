/// Little-endian numbers inside a block of bytes whose length has been checked.
extension [UInt8] {
  func u16(_ at: Int) -> Int { Int(self[at]) | Int(self[at + 1]) << 8 }

  func u32(_ at: Int) -> Int { u16(at) | u16(at + 2) << 16 }

  /// Values that do not fit in an Int become `Int.max`, which every limit refuses.
  func u64(_ at: Int) -> Int {
    let value = UInt64(u32(at)) | UInt64(u32(at + 4)) << 32
    return Int(clamping: value)
  }

  mutating func append16(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append32(_ value: Int) {
    append16(value & 0xFFFF)
    append16(value >> 16 & 0xFFFF)
  }

  mutating func append64(_ value: Int) {
    append32(value & 0xFFFF_FFFF)
    append32(value >> 32)
  }
}
