using System.Text;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>extension(url)</c> (FHIR R4, 2.9.3).</summary>
internal sealed class ExtensionNode(int position, Node source, Node url) : Node(position)
{
    private readonly MemberNode _extensions = new(position, source, "extension");

    public override void Push(Span focus, Evaluation run)
    {
        if (url.One(focus, run).Text is not { } expected) return;
        var items = run.Push(_extensions, focus);
        var kept = items.Start;
        Span<byte> text = new byte[Encoding.UTF8.GetMaxByteCount(expected.Length)];
        text = text[..Encoding.UTF8.GetBytes(expected, text)];
        for (var index = items.Start; index < items.End; index++)
        {
            if (run[index].Element.Value.TryGetProperty("url"u8, out var found) && found.IsText(text)) run.Replace(kept++, run[index]);
        }

        run.Cut(kept);
    }
}
