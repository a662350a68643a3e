namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>The opioid someone comes from.</summary>
/// <param name="Name">For texts.</param>
/// <param name="Weight">How common it is among the others.</param>
/// <param name="Class">Concept of its exposure class.</param>
/// <param name="Product">Concept of the product; null when only people themselves tell of it.</param>
/// <param name="Record">What documents its use: <c>self-report</c>, <c>statement</c> or <c>dispense</c>.</param>
/// <param name="Positive">Urine tests that turn positive.</param>
/// <param name="Free">Days without opioids before naltrexone.</param>
internal sealed record SampleOpioid(
    string Name, int Weight, string Class, string? Product, string Record, IReadOnlyList<string> Positive, SampleRange Free);
