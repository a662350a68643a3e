using System.Text;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A value written in the expression, or the empty collection.</summary>
internal sealed class LiteralNode(int position, FhirPathValue value) : Node(position)
{
    private readonly byte[]? _text = value.Text is { } text ? Encoding.UTF8.GetBytes(text) : null;

    public FhirPathValue Value => value;

    public override void Push(Span focus, Evaluation run) => run.AddSomething(value);

    public override FhirPathValue One(Span focus, Evaluation run) => value;

    public override bool? Test(Span focus, Evaluation run) => value.IsSomething ? value.Boolean ?? true : null;

    /// <summary>Whether an item is certainly equal to the value.</summary>
    public bool Is(in FhirPathValue item, Evaluation run) => TryCompareText(item, run, out var isSame) ? isSame : Equality.AreSame(item, value, run);

    /// <summary>The common case of an element and a text, without making a text of the element.</summary>
    /// <returns>False when it is another case.</returns>
    public bool TryCompareText(in FhirPathValue item, Evaluation run, out bool isSame)
    {
        isSame = false;
        if (_text is null || item.Kind != FhirPathKind.Element || !Primitives.IsText(item.Element)) return false;
        run.Step();
        isSame = item.Element.Value.IsText(_text);
        return true;
    }
}
