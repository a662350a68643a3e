namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>Kinds of index entries.</summary>
public enum EntryKind
{
    /// <summary>Tokens.</summary>
    Token,

    /// <summary>Strings.</summary>
    String,

    /// <summary>References.</summary>
    Reference,

    /// <summary>Dates.</summary>
    Date,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Quantities.</summary>
    Quantity,

    /// <summary>URIs.</summary>
    Uri,

    /// <summary>Words.</summary>
    Words,

    /// <summary>Positions.</summary>
    Position,
}
