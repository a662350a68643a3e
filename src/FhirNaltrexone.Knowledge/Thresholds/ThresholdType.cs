namespace FhirNaltrexone.Knowledge.Thresholds;

/// <summary>The kinds of value a threshold can have.</summary>
internal enum ThresholdType
{
    /// <summary>A duration with a calendar unit.</summary>
    Quantity,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Decimal,

    /// <summary>Whole numbers in rising order, written with commas.</summary>
    IntegerList,

    /// <summary>One of the texts allowed.</summary>
    String,
}
