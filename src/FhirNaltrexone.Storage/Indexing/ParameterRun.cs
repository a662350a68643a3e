using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Storage.Indexing.Values;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>Runs the parameters of a type over one resource and its contained resources.</summary>
internal sealed class ParameterRun : IPathVisitor
{
    private readonly Extraction _extraction;
    private readonly PartVisitor _part;
    private PlannedBranch? _branch;
    private bool _hasValue;
    private short _item;

    public ParameterRun(Extraction extraction)
    {
        _extraction = extraction;
        _part = new(extraction);
    }

    /// <summary>Makes the entries of one parameter.</summary>
    public void Run(TypePlan plan, int parameter, EntryKeys keys, JsonElement[] members, JsonElement resource)
    {
        var planned = plan.Parameters[parameter];
        var before = _extraction.MainCount;
        (_hasValue, _item) = (false, 0);
        _extraction.Begin(keys);
        if (planned.Condition is { } condition && condition(resource, _extraction.Context) is { } answer) _extraction.Token(answer ? "true" : "false", null);
        for (var index = 0; index < planned.Branches.Count; index++)
        {
            _branch = planned.Branches[index];
            plan.Walk(parameter, index, members, resource, _extraction.Context, this);
        }

        if (_hasValue && _extraction.MainCount == before && planned.Parameter.Type != Search.Parameters.SearchParameterType.Composite) _extraction.Present();
    }

    /// <summary>One value, or one element of a composite.</summary>
    public void Visit(PathBranch branch, JsonElement element)
    {
        if (_extraction.IsOverLimit) return;
        if (_branch!.Parts.Count > 0) Compose(element);
        else _branch.Rule?.Invoke(_extraction, element, branch);
        _hasValue = _hasValue || element.HasValue();
    }

    /// <summary>Numbers the element and makes the entries of its parts, unless one has none: then nothing could ever match.</summary>
    private void Compose(JsonElement element)
    {
        if (_item == short.MaxValue) return;
        var mark = _extraction.Mark();
        foreach (var part in _branch!.Parts)
        {
            var before = _extraction.Count;
            _extraction.Begin(part.Keys, (short)(_item + 1));
            _part.Walk(part, element);
            if (_extraction.Count > before) continue;
            _extraction.Undo(mark);
            return;
        }

        _item++;
    }

    private sealed class PartVisitor(Extraction extraction) : IPathVisitor
    {
        private ValueRule? _rule;

        public void Walk(PlannedPart part, JsonElement element)
        {
            foreach (var branch in part.Branches)
            {
                _rule = branch.Rule;
                branch.Branch.Walk(element, extraction.Context, this);
            }
        }

        public void Visit(PathBranch branch, JsonElement element)
        {
            if (!extraction.IsOverLimit) _rule?.Invoke(extraction, element, branch);
        }
    }
}
