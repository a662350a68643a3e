namespace FhirNaltrexone.Storage.Indexing;

/// <summary>By what unit an entry of a quantity is found. The numbers are stored.</summary>
public enum QuantityUnit
{
    /// <summary>The coded unit as written (system and code; both may be empty). Every quantity has exactly one such entry, which sorting uses.</summary>
    Coded = 0,

    /// <summary>The canonical unit of a valid UCUM code, the value converted.</summary>
    Canonical = 1,

    /// <summary>The text of <c>Quantity.unit</c>, where it is not the code.</summary>
    Text = 2,
}
