using System.Runtime.CompilerServices;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>
/// The state of one evaluation: the data, the fixed instant, memoised results, and a stack of slots for aliases, lets and
/// operands. Slots are addressed relative to the body that runs, so that calls allocate nothing.
/// </summary>
internal sealed class Frame
{
    /// <summary>Calls nested deeper than this are a runaway recursion.</summary>
    private const int DepthLimit = 256;

    private static readonly object Null = new();
    private static readonly object Pending = new();
    private readonly object?[] _memo;
    private object?[] _slots = new object?[128];
    private int _base;
    private int _depth;

    /// <param name="data">The patient's resources.</param>
    /// <param name="now">The fixed instant.</param>
    /// <param name="parameters">Values of parameters.</param>
    /// <param name="memo">What is known already, by slot; the frame writes into it.</param>
    public Frame(CqlData data, CqlDateTime now, CqlParameters parameters, object?[] memo)
    {
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

    public object? this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _slots[_base + slot];
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => _slots[_base + slot] = value;
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
        var value = Enter(body, caller);
        _memo[slot] = Known(value);
        return value;
    }

    /// <summary>Makes the frame usable again after an error ended an evaluation in the middle: what was not finished is open again.</summary>
    public void Recover()
    {
        (_base, _depth) = (0, 0);
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

    /// <summary>A function of one operand. CQL has no side effects: an element remembers what functions made of it.</summary>
    public object? Call(Body function, Body caller, Evaluator first)
    {
        var operand = first(this);
        var element = operand as FhirElement;
        if (element is not null && element.TryRecall(function, out var known)) return known;
        Reserve(caller, function);
        _slots[_base + caller.FrameSize] = operand;
        var value = Enter(function, caller);
        element?.Remember(function, value);
        return value;
    }

    public object? Call(Body function, Body caller, Evaluator first, Evaluator second)
    {
        var (left, right) = (first(this), second(this));
        Reserve(caller, function);
        var start = _base + caller.FrameSize;
        (_slots[start], _slots[start + 1]) = (left, right);
        return Enter(function, caller);
    }

    public object? Call(Body function, Body caller, Evaluator[] operands)
    {
        var values = new object?[operands.Length];
        for (var i = 0; i < operands.Length; i++) values[i] = operands[i](this);
        Reserve(caller, function);
        values.CopyTo(_slots, _base + caller.FrameSize);
        return Enter(function, caller);
    }

    /// <summary>The value bound to a parameter, else its default; adopted once.</summary>
    public object? Parameter(CqlParameter parameter, int slot, Body @default, Body caller)
    {
        var known = _memo[slot];
        if (known is not null) return ReferenceEquals(known, Null) ? null : known;
        var value = Parameters.TryGet(parameter.Library, parameter.Name, out var bound) ? ParameterValues.Adopt(bound, Offset) : Enter(@default, caller);
        _memo[slot] = Known(value);
        return value;
    }

    private object? Enter(Body body, Body? caller)
    {
        if (_depth >= DepthLimit || ((_depth & 7) == 7 && !RuntimeHelpers.TryEnsureSufficientExecutionStack())) throw new CqlException("Calls are nested too deeply.");
        Reserve(caller, body);
        var saved = _base;
        _base += caller?.FrameSize ?? 0;
        _depth++;
        var value = body.Run(this);
        (_base, _depth) = (saved, _depth - 1);
        return value;
    }

    private void Reserve(Body? caller, Body callee)
    {
        var needed = _base + (caller?.FrameSize ?? 0) + callee.FrameSize;
        if (needed > _slots.Length) Array.Resize(ref _slots, needed * 2);
    }

    private static object? Unmark(object known, Body body)
    {
        if (ReferenceEquals(known, Null)) return null;
        return ReferenceEquals(known, Pending) ? throw new CqlException($"{body.Library}.\"{body.Name}\" refers to itself.") : known;
    }
}
