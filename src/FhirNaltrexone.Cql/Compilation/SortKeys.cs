using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>The <c>sort</c> clause: keys are computed once per row, nulls come first when ascending.</summary>
internal sealed class SortKeys
{
    /// <summary>Scope name of the row being sorted; no CQL identifier can hide it.</summary>
    public const string Row = "$sort-row";

    private readonly (Evaluator Key, int Sign)[] _keys;
    private readonly int _slot;

    private SortKeys((Evaluator Key, int Sign)[] keys, int slot) => (_keys, _slot) = (keys, slot);

    public static SortKeys? Compile(BodyCompiler compiler, ElmNode sort)
    {
        if (!sort.IsDefined) return null;
        var mark = compiler.Mark();
        var slot = compiler.Declare(Row);
        var keys = sort.List("by").Select(by => (Key(compiler, by, slot), IsDescending(by) ? -1 : 1)).ToArray();
        compiler.Leave(mark);
        return new SortKeys(keys, slot);
    }

    public CqlList Sort(CqlList rows, Frame frame)
    {
        var keyed = new object?[rows.Count];
        for (var i = 0; i < keyed.Length; i++) keyed[i] = new KeyedRow(rows[i], KeysOf(rows[i], frame));
        var sorted = Ordering.Sort(new CqlList(keyed, keyed.Length), (x, y) => Compare((KeyedRow)x!, (KeyedRow)y!));
        var result = new CqlList(sorted.Count);
        for (var i = 0; i < sorted.Count; i++) result.Add(((KeyedRow)sorted[i]!).Row);
        return result;
    }

    private object?[] KeysOf(object? row, Frame frame)
    {
        frame.Row();
        frame[_slot] = row;
        var values = new object?[_keys.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _keys[i].Key.Evaluate(frame);
        return values;
    }

    private int Compare(KeyedRow left, KeyedRow right)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var sign = Ordering.Compare(left.Keys[i], right.Keys[i]);
            if (sign != 0) return sign * _keys[i].Sign;
        }

        return 0;
    }

    private static Evaluator Key(BodyCompiler compiler, ElmNode by, int slot)
    {
        if (by.Type == "ByExpression") return compiler.Compile(by.Child("expression"));
        if (by.Text("path") is not { } path) return new Slot(slot);
        var property = compiler.Linker.Property(path, by.ResultType);
        return Evaluator.Of(frame => Primitive(property.Read(frame[slot], frame.Offset), frame.Offset));
    }

    /// <summary>A column may hold a FHIR primitive; what is ordered is its value.</summary>
    private static object? Primitive(object? value, int offset) =>
        value is FhirElement element ? FhirPrimitives.Read(element.Json, FhirPrimitives.KindOf(element.TypeName), offset) : value;

    private static bool IsDescending(ElmNode by) => by.Text("direction") is "desc" or "descending";

    private sealed record KeyedRow(object? Row, object?[] Keys);
}
