using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>
/// A number searched for, with the interval its written digits stand for: 100 is [99.5, 100.5). For an entry [lo, hi], value v and interval [a, b):
/// eq a≤lo ∧ hi&lt;b, or lo=hi=v; ne not eq; lt lo&lt;v; le lo≤v; gt hi&gt;v; ge hi≥v; sa lo&gt;v; eb hi&lt;v; ap lo≤b ∧ hi≥a.
/// </summary>
/// <param name="Value">The number itself.</param>
/// <param name="From">Inclusive start of the interval.</param>
/// <param name="To">Exclusive end of the interval (inclusive for ap, which is widened beforehand).</param>
public readonly record struct NumberSpan(SortableDecimal Value, SortableDecimal From, SortableDecimal To);
