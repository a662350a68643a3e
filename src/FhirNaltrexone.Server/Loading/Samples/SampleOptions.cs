namespace FhirNaltrexone.Server.Loading.Samples;

/// <summary>What to generate. The same options always give the same bytes.</summary>
/// <param name="Patients">How many people.</param>
/// <param name="Seed">Chooses the people; with another number of patients the first ones stay the same.</param>
/// <param name="Anchor">The "now" of the data: nothing but appointments lies behind it. Its offset is that of the clinic.</param>
internal sealed record SampleOptions(int Patients, ulong Seed, DateTimeOffset Anchor)
{
    /// <summary>The anchor of the committed data set, the same instant as that of the conformance cases.</summary>
    public const string DefaultAnchor = "2026-11-22T09:00:00-05:00";
}
