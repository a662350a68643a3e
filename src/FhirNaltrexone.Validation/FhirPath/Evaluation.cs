using FhirNaltrexone.Validation.FhirPath.Nodes;

namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>
/// One evaluation: a stack of items on which nodes put their results, so that collections need no lists of their own. A node leaves below its
/// results everything as it was.
/// </summary>
internal sealed class Evaluation
{
    private const int LargestKept = 4_096;
    private const int LongestText = 8_000_000;
    private const int CharactersPerStep = 32;

    [ThreadStatic]
    private static Evaluation? _spare;

    private FhirPathValue[] _items = new FhirPathValue[64];
    private int _used;
    private int _granted;
    private int _steps;

    private Evaluation()
    {
    }

    /// <summary>What the caller gave.</summary>
    public FhirPathContext Context { get; private set; } = FhirPathContext.None;

    /// <summary>Items on the stack.</summary>
    public int Count { get; private set; }

    /// <summary><c>$index</c> of the innermost iteration.</summary>
    public int Index { get; set; }

    /// <summary><c>$total</c> of the innermost aggregation.</summary>
    public Span Total { get; set; }

    /// <summary>Minutes east of UTC that times without offset have.</summary>
    public int DefaultOffset => (int)Context.Now.Offset.TotalMinutes;

    public ref readonly FhirPathValue this[int index] => ref _items[index];

    /// <summary>Begins an evaluation; its focus is the first item.</summary>
    public static Evaluation Begin(in FhirPathValue focus, FhirPathContext context, int maxSteps)
    {
        var run = _spare ?? new();
        _spare = null;
        run.Context = context;
        run._steps = run._granted = Math.Min(maxSteps, context.Budget?.Left ?? maxSteps);
        run.Index = 0;
        run.Total = default;
        run._items[run.Count++] = focus;
        return run;
    }

    /// <summary>Ends it; the object may serve another one.</summary>
    public void End()
    {
        Context.Budget?.Pay(_granted - _steps);
        Array.Clear(_items, 0, Math.Max(_used, Count));
        (_used, Count, Context) = (0, 0, FhirPathContext.None);
        if (_items.Length <= LargestKept) _spare = this;
    }

    /// <summary>Pays for one step.</summary>
    public void Step(int price = 1)
    {
        if ((_steps -= price) < 0) throw new FhirPathFault(0, "The expression takes more steps on this resource than are allowed.");
    }

    /// <summary>Pays for a text of a length; no text may grow beyond what a resource could hold.</summary>
    public void PayForText(long characters)
    {
        if (characters > LongestText) throw new FhirPathFault(0, $"The expression makes a text of more than {LongestText} characters.");
        Step(1 + (int)(characters / CharactersPerStep));
    }

    /// <summary>Puts an item on the stack.</summary>
    public void Add(in FhirPathValue item)
    {
        Step();
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    /// <summary>Puts an item on the stack, unless it is nothing.</summary>
    public void AddSomething(in FhirPathValue item)
    {
        if (item.IsSomething) Add(item);
    }

    /// <summary>Puts copies of items on the stack.</summary>
    public void AddAll(Span span)
    {
        for (var index = span.Start; index < span.End; index++) Add(_items[index]);
    }

    /// <summary>Puts another item in the place of one.</summary>
    public void Replace(int index, in FhirPathValue item) => _items[index] = item;

    /// <summary>Takes all items from a place on off the stack.</summary>
    public void Cut(int mark)
    {
        _used = Math.Max(_used, Count);
        Count = mark;
    }

    /// <summary>Takes items out of the middle: what lies above them moves down.</summary>
    /// <param name="mark">First to go.</param>
    /// <param name="above">First to stay.</param>
    public void Drop(int mark, int above)
    {
        if (mark == above) return;
        _used = Math.Max(_used, Count);
        Array.Copy(_items, above, _items, mark, Count - above);
        Count -= above - mark;
    }

    /// <summary>The results of a node.</summary>
    public Span Push(Node node, Span focus)
    {
        var mark = Count;
        node.Push(focus, this);
        return new(mark, Count - mark);
    }

    /// <summary>The results of a node as values of their own.</summary>
    public FhirPathValue[] Take(Node node, Span focus)
    {
        var span = Push(node, focus);
        var items = _items.AsSpan(span.Start, span.Count).ToArray();
        Cut(span.Start);
        return items;
    }
}
