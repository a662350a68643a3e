using System.Diagnostics;
using System.Runtime.CompilerServices;
using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>
/// The state of one evaluation: the data, the fixed instant, memoised results, and a stack of slots for aliases, lets and
/// operands. Slots are addressed relative to the body that runs, so that calls allocate nothing.
/// </summary>
internal sealed class Frame
{
    /// <summary>Calls nested deeper than this are a runaway recursion.</summary>
    private const int DepthLimit = 256;

    /// <summary>So often, in rows, the clock is looked at: rows of rules take some microseconds at most.</summary>
    private const int RowsBetweenLooks = 1024;

    /// <summary>So often, in elements, the clock is looked at: an operator on lists takes a fraction of a microsecond for each.</summary>
    private const int ElementsBetweenLooks = 16 * 1024;

    private static readonly object Null = new();
    private static readonly object Pending = new();
    private readonly object?[] _memo;
    private Cell[] _slots = new Cell[128];
    private Body? _running;
    private int _base;
    private int _depth;
    private readonly long _ends = long.MaxValue;
    private long _rows = long.MaxValue;
    private int _elements;

    /// <param name="data">The patient's resources.</param>
    /// <param name="now">The fixed instant.</param>
    /// <param name="parameters">Values of parameters.</param>
    /// <param name="memo">What is known already, by slot; the frame writes into it.</param>
    /// <param name="limits">How much may be done; null for any amount.</param>
    public Frame(CqlData data, CqlDateTime now, CqlParameters parameters, object?[] memo, CqlLimits? limits = null)
    {
        if (limits is not null) (_ends, _rows) = (Stopwatch.GetTimestamp() + (long)(limits.Time.TotalSeconds * Stopwatch.Frequency), limits.Rows);
        (Data, Now, Parameters, _memo) = (data, now, parameters, memo);
        Today = new CqlDate(now.Packed, CqlPrecision.Day);
        Offset = now.OffsetMinutes;
    }

    public CqlData Data { get; }

    public CqlDateTime Now { get; }

    public CqlDate Today { get; }

    /// <summary>Offset in minutes of values that state none.</summary>
    public int Offset { get; }

    public CqlParameters Parameters { get; }

    /// <summary>The body that runs; after an error the one that it ended.</summary>
    public Body? Running => _running;

    public object? this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _slots[_base + slot].Value;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => _slots[_base + slot].Value = value;
    }

    /// <summary>A value as a memo holds it.</summary>
    public static object Known(object? value) => value ?? Null;

    /// <summary>The memoised value of a body without operands.</summary>
    /// <exception cref="CqlException">The body refers to itself.</exception>
    public object? Once(int slot, Body body, Body? caller)
    {
        var known = _memo[slot];
        if (known is not null) return Unmark(known, body);
        _memo[slot] = Pending;
        var value = Run(body, Reserve(caller, body));
        _memo[slot] = Known(value);
        return value;
    }

    /// <summary>Counts a row of a query.</summary>
    /// <exception cref="CqlException">There were too many, or they took too long.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Row()
    {
        if ((--_rows & (RowsBetweenLooks - 1)) == 0 || _rows < 0) Look();
    }

    /// <summary>Counts the elements of a list that an operator goes through: they are no rows, but take their time.</summary>
    /// <exception cref="CqlException">It took too long.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Elements(CqlList? list)
    {
        if (list is null || (_elements += list.Count) < ElementsBetweenLooks) return;
        _elements = 0;
        Look();
    }

    private void Look()
    {
        if (_rows < 0) throw new CqlException("The evaluation looks at more rows than are allowed.");
        if (Stopwatch.GetTimestamp() >= _ends) throw new CqlException("The evaluation takes longer than is allowed.");
    }

    /// <summary>Makes the frame usable again after an error ended an evaluation in the middle: what was not finished is open again.</summary>
    public void Recover()
    {
        (_base, _depth, _running) = (0, 0, null);
        _memo.AsSpan().Replace(Pending, null);
    }

    /// <summary>A value computed once per evaluation that depends on no slot.</summary>
    public object? Keep<TState>(int slot, TState state, Func<Frame, TState, object?> compute)
    {
        var known = _memo[slot];
        if (known is not null) return ReferenceEquals(known, Null) ? null : known;
        var value = compute(this, state);
        _memo[slot] = Known(value);
        return value;
    }

    /// <summary>A function of one operand. CQL has no side effects: what was read of the record remembers what functions made of it.</summary>
    public object? Call(Body function, Body caller, object? operand) => operand switch
    {
        FhirElement element => Remembered(function, caller, element, ref element.Memory, element.Room),
        CqlConcept { IsOfEvaluation: true } concept => Remembered(function, caller, concept, ref concept.Memory, Memory.RoomOfPart),
        _ => CallWith(function, caller, operand),
    };

    public object? Call(Body function, Body caller, Evaluator first, Evaluator second)
    {
        var (left, right) = (first.Evaluate(this), second.Evaluate(this));
        var start = Reserve(caller, function);
        _slots[start].Value = left;
        _slots[start + 1].Value = right;
        return Run(function, start);
    }

    public object? Call(Body function, Body caller, Evaluator first, Evaluator second, Evaluator third)
    {
        var (left, middle, right) = (first.Evaluate(this), second.Evaluate(this), third.Evaluate(this));
        var start = Reserve(caller, function);
        _slots[start].Value = left;
        _slots[start + 1].Value = middle;
        _slots[start + 2].Value = right;
        return Run(function, start);
    }

    public object? Call(Body function, Body caller, Evaluator[] operands)
    {
        var values = new object?[operands.Length];
        for (var i = 0; i < operands.Length; i++) values[i] = operands[i].Evaluate(this);
        var start = Reserve(caller, function);
        for (var i = 0; i < values.Length; i++) _slots[start + i].Value = values[i];
        return Run(function, start);
    }

    /// <summary>The value bound to a parameter, else its default; adopted once.</summary>
    public object? Parameter(CqlParameter parameter, int slot, Body @default, Body caller)
    {
        var known = _memo[slot];
        if (known is not null) return ReferenceEquals(known, Null) ? null : known;
        var value = Parameters.TryGet(parameter.Library, parameter.Name, out var bound)
            ? ParameterValues.Adopt(bound, Offset)
            : Run(@default, Reserve(caller, @default));
        _memo[slot] = Known(value);
        return value;
    }

    private object? Remembered(Body function, Body caller, object operand, ref Memory memory, int room)
    {
        if (memory.TryRecall(function, out var known)) return known;
        var value = CallWith(function, caller, operand);
        memory.Remember(function, value, room);
        return value;
    }

    private object? CallWith(Body function, Body caller, object? operand)
    {
        var start = Reserve(caller, function);
        _slots[start].Value = operand;
        return Run(function, start);
    }

    /// <summary>Runs a body whose slots begin at a place. Errors leave everything as it is: <see cref="Running"/> then says where, and nobody goes on.</summary>
    private object? Run(Body body, int start)
    {
        if (_depth >= DepthLimit || ((_depth & 7) == 7 && !RuntimeHelpers.TryEnsureSufficientExecutionStack())) throw new CqlException("Calls are nested too deeply.");
        var (@base, running) = (_base, _running);
        (_base, _running) = (start, body);
        _depth++;
        var value = body.Expression.Evaluate(this);
        (_base, _running) = (@base, running);
        _depth--;
        return value;
    }

    /// <summary>Makes room for the slots of a body.</summary>
    /// <returns>Where they begin.</returns>
    private int Reserve(Body? caller, Body callee)
    {
        var start = caller is null ? _base : _base + caller.FrameSize;
        var needed = start + callee.FrameSize;
        if (needed > _slots.Length) Array.Resize(ref _slots, needed * 2);
        return start;
    }

    private static object? Unmark(object known, Body body)
    {
        if (ReferenceEquals(known, Null)) return null;
        return ReferenceEquals(known, Pending) ? throw new CqlException($"{body.Library}.\"{body.Name}\" refers to itself.") : known;
    }

    /// <summary>A slot. Writing into an array of objects would check the type of the array each time.</summary>
    private struct Cell
    {
        public object? Value;
    }
}
