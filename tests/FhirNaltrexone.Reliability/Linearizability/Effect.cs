namespace FhirNaltrexone.Reliability.Linearizability;

/// <summary>What a client knows of its call.</summary>
internal enum Effect
{
    /// <summary>It read a version and a value.</summary>
    Read,

    /// <summary>Its conditional write took place.</summary>
    Written,

    /// <summary>Its conditional write was refused because another version was current (412).</summary>
    Refused,

    /// <summary>No answer, or one that says nothing: the write may have taken place, may yet, or never.</summary>
    Unknown,
}
