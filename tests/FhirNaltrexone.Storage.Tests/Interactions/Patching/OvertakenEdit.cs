using System.Diagnostics.CodeAnalysis;
using System.Text;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Tests.Interactions.Patching;

/// <summary>Makes male female. Before it does so for the first time, others write.</summary>
/// <param name="others">What they write.</param>
internal sealed class OvertakenEdit(Func<Task> others) : ResourceEdit
{
    /// <summary>How often it was applied.</summary>
    public int Times { get; private set; }

    internal override bool TryApply(ReadOnlyMemory<byte> json, out ReadOnlyMemory<byte> edited, [NotNullWhen(false)] out Refusal? refusal)
    {
        if (Times++ == 0) Assert.True(others().Wait(TimeSpan.FromSeconds(5)), "Others had to wait.");
        edited = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span).Replace("\"male\"", "\"female\"", StringComparison.Ordinal));
        refusal = null;
        return true;
    }
}
