namespace CompanyData.Client.Tests.Mutation;

/// <summary>What happens to an answer.</summary>
internal enum MutationKind
{
    BytesFlipped,
    CutAnywhere,
    PartRemoved,
    PartRepeated,
    NestedDeep,
    HugeNumber,
    WrongType,
    InvalidUtf8,
    DuplicateKey,
    LongText,
    NullAnywhere,
    HalfSurrogate,
    ByteOrderMark,
    HugeArray,
    ControlText,
    KeyEchoed,
    OtherAnswer,
    OtherStatus,
    StrangeHeader,
    WrongEncoding,
    EncodingLie,
    ReservedName,
    HugeCount,
    NestedAtTheLimit,
}
