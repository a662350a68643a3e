using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Storage.Interactions.Bundles.Links;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>
/// The resource of an entry. It remembers what it was like with the links written last, so that what was foreseen before the unit of work, or in an
/// attempt that failed, is not done again.
/// </summary>
/// <param name="linked">The resource with its links.</param>
internal sealed class PreparedEntry(LinkedContent linked)
{
    private string? _written;
    private ResourceContent? _content;
    private PreparedContent? _prepared;
    private Refusal? _refusal;

    /// <summary>The resource with its links.</summary>
    public LinkedContent Linked => linked;

    /// <summary>The resource with its links rewritten.</summary>
    /// <param name="write">The text of a link.</param>
    public ResourceContent Rewrite(Func<LinkTarget, string> write)
    {
        var written = string.Join('\n', linked.Targets.Select(write));
        if (_content is not null && written == _written) return _content;
        _written = written;
        (_prepared, _refusal) = (null, null);
        return _content = linked.Rewrite(write);
    }

    /// <summary>The resource ready to be stored.</summary>
    /// <param name="preparation">Makes it ready.</param>
    /// <param name="write">The text of a link.</param>
    /// <param name="prepared">What can be stored.</param>
    /// <param name="refusal">Why it cannot.</param>
    /// <returns>Whether it can.</returns>
    public bool TryPrepare(
        ContentPreparation preparation,
        Func<LinkTarget, string> write,
        [NotNullWhen(true)] out PreparedContent? prepared,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var content = Rewrite(write);
        if (_prepared is null && _refusal is null) preparation.TryPrepare(content, out _prepared, out _refusal);
        (prepared, refusal) = (_prepared, _refusal);
        return prepared is not null;
    }
}
