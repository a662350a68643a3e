using System.Globalization;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>A resource as text with one value left open, so that two charts can differ in this value alone.</summary>
/// <param name="Template">The resource, with <see cref="Slot"/> where the value belongs.</param>
internal sealed record MovingRecord(string Template)
{
    /// <summary>Stands for the value.</summary>
    public const string Slot = "__slot__";

    private const string Quoted = "\"" + Slot + "\"";

    public string With(Moment moment) => Template.Replace(Quoted, $"\"{moment}\"", StringComparison.Ordinal);

    public string With(decimal number) => Template.Replace(Quoted, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
