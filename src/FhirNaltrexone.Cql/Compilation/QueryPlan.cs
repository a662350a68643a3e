using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Runs a compiled query: nested loops over the sources, filters, then return, aggregate and sort.</summary>
internal sealed class QueryPlan(
    QuerySource[] sources, QueryLet[] lets, QueryRelation[] relations, Evaluator? where, QueryResult result, SortKeys? sort) : Evaluator
{
    private readonly string[] _aliases = [.. sources.Select(source => source.Alias)];

    /// <summary>A query over a single value gives a single value; over null, null.</summary>
    public override object? Evaluate(Frame frame) => CanStopEarly ? RunOne(frame) : RunAll(frame);

    /// <summary>True for a query over one source whose rows do not depend on each other.</summary>
    public bool CanStopEarly { get; } = sources.Length == 1 && result.Starting is null;

    /// <summary>Whether the query gives a row that is not null.</summary>
    public bool FindsAny(Frame frame)
    {
        var (value, slot) = (sources[0].Expression.Evaluate(frame), sources[0].Slot);
        if (value is not CqlList input) return false;
        for (var i = 0; i < input.Count; i++)
        {
            frame.Row();
            frame[slot] = input[i];
            if (Keeps(frame) && (result.Expression is null ? input[i] : result.Expression.Evaluate(frame)) is not null) return true;
        }

        return false;
    }

    /// <summary>The common case, one source: no list is made before a row is found.</summary>
    private object? RunOne(Frame frame)
    {
        var (value, slot) = (sources[0].Expression.Evaluate(frame), sources[0].Slot);
        if (value is not CqlList input) return value is null ? null : Single(frame, value, slot);
        CqlList? rows = null;
        for (var i = 0; i < input.Count; i++)
        {
            frame.Row();
            frame[slot] = input[i];
            if (Keeps(frame)) (rows ??= new CqlList(2)).Add(result.Expression is null ? input[i] : result.Expression.Evaluate(frame));
        }

        return rows is null ? CqlList.Empty : Finished(rows, frame);
    }

    private object? Single(Frame frame, object value, int slot)
    {
        frame[slot] = value;
        if (!Keeps(frame)) return null;
        return result.Expression is null ? value : result.Expression.Evaluate(frame);
    }

    private CqlList Finished(CqlList rows, Frame frame)
    {
        if (rows.Count < 2) return rows;
        frame.Elements(rows);
        if (result.Distinct) rows = Lists.Distinct(rows);
        return sort is null ? rows : sort.Sort(rows, frame);
    }

    private object? RunAll(Frame frame)
    {
        var isList = false;
        var inputs = new CqlList?[sources.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            var value = sources[i].Expression.Evaluate(frame);
            isList |= value is CqlList;
            inputs[i] = value switch { null => null, CqlList list => list, _ => CqlList.Of(value) };
            if (inputs[i] is null) return null;
        }

        if (result.Starting is not null) return Aggregate(frame, inputs!);
        var rows = new CqlList(0);
        Loop(frame, inputs!, 0, rows);
        rows = Finished(rows, frame);
        return isList ? rows : rows.Count == 0 ? null : rows[0];
    }

    private void Loop(Frame frame, CqlList[] inputs, int depth, CqlList rows)
    {
        var (input, slot) = (inputs[depth], sources[depth].Slot);
        for (var i = 0; i < input.Count; i++)
        {
            frame.Row();
            frame[slot] = input[i];
            if (depth + 1 < inputs.Length) Loop(frame, inputs, depth + 1, rows);
            else if (Keeps(frame)) rows.Add(result.Expression is null ? Row(frame) : result.Expression.Evaluate(frame));
        }
    }

    private bool Keeps(Frame frame)
    {
        foreach (var let in lets) frame[let.Slot] = let.Expression.Evaluate(frame);
        foreach (var relation in relations)
        {
            if (!relation.Keeps(frame)) return false;
        }

        return where is null || where.Evaluate(frame) is true;
    }

    private object? Row(Frame frame)
    {
        if (sources.Length == 1) return frame[sources[0].Slot];
        var values = new object?[sources.Length];
        for (var i = 0; i < values.Length; i++) values[i] = frame[sources[i].Slot];
        return new CqlTuple(_aliases, values, null);
    }

    private object? Aggregate(Frame frame, CqlList[] inputs)
    {
        var rows = new CqlList();
        CollectRows(frame, inputs, 0, rows);
        if (result.Distinct) rows = Lists.Distinct(rows);
        frame[result.Slot] = result.Starting!.Evaluate(frame);
        for (var i = 0; i < rows.Count; i++)
        {
            frame.Row();
            if (sources.Length == 1) frame[sources[0].Slot] = rows[i];
            else for (var j = 0; j < sources.Length; j++) frame[sources[j].Slot] = ((CqlTuple)rows[i]!).Values[j];
            foreach (var let in lets) frame[let.Slot] = let.Expression.Evaluate(frame);
            frame[result.Slot] = result.Expression!.Evaluate(frame);
        }

        return frame[result.Slot];
    }

    private void CollectRows(Frame frame, CqlList[] inputs, int depth, CqlList rows)
    {
        var (input, slot) = (inputs[depth], sources[depth].Slot);
        for (var i = 0; i < input.Count; i++)
        {
            frame.Row();
            frame[slot] = input[i];
            if (depth + 1 < inputs.Length) CollectRows(frame, inputs, depth + 1, rows);
            else if (Keeps(frame)) rows.Add(Row(frame));
        }
    }
}
