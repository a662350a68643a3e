using System.Globalization;
using System.Text;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>The way from the resource to the element that is looked at, as FHIRPath. It becomes a text only when there is something to say.</summary>
/// <param name="root">Where it begins: the resource type, or the path of the resource within another one.</param>
internal sealed class ElementPath(string root)
{
    /// <summary>The element does not repeat.</summary>
    public const int Single = -1;

    private ElementStep[] _steps = new ElementStep[12];
    private int _count;

    /// <summary>The steps, from the resource down.</summary>
    public ReadOnlySpan<ElementStep> Steps => _steps.AsSpan(0, _count);

    /// <summary>Goes down to a child.</summary>
    /// <param name="name">Name of the element.</param>
    /// <param name="index">Which one, from 0, or <see cref="Single"/>.</param>
    /// <param name="parent">Type of the element above.</param>
    /// <param name="element">The child.</param>
    public void Push(string name, int index, ElementType? parent = null, FhirElement element = default)
    {
        if (_count == _steps.Length) Array.Resize(ref _steps, _count * 2);
        _steps[_count++] = new(name, index, parent, element);
    }

    /// <summary>Goes back up.</summary>
    public void Pop() => _count--;

    /// <summary>The path as a text, such as <c>Bundle.entry[3].resource.status</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(root);
        foreach (var step in Steps)
        {
            text.Append('.').Append(step.Name);
            if (step.Index != Single) text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
        }

        return text.ToString();
    }
}
