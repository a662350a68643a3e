namespace FhirNaltrexone.Validation.FhirPath.Syntax;

/// <summary>Kinds of tokens.</summary>
internal enum TokenKind : byte
{
    End,
    Identifier,
    Quoted,
    Special,
    Text,
    Number,
    Time,
    Symbol,
}
