using FhirNaltrexone.Cql.Operators;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FhirNaltrexone.Cql.Tests;

/// <summary>Laws that hold for all values, checked on random ones.</summary>
public sealed class Laws
{
    [Property]
    public void Three_valued_logic_obeys_de_morgan(bool? x, bool? y)
    {
        Assert.Equal(Logic.Not(Logic.And(x, y)), Logic.Or(Logic.Not(x), Logic.Not(y)));
        Assert.Equal(Logic.Not(Logic.Or(x, y)), Logic.And(Logic.Not(x), Logic.Not(y)));
    }

    [Property]
    public void A_point_is_in_the_union_when_it_is_in_either_and_in_the_intersection_when_in_both(short a, byte b, short c, byte d, short point)
    {
        var (x, y) = (Interval(a, b), Interval(c, d));
        var (inX, inY) = (Intervals.Contains(x, (int)point, null) is true, Intervals.Contains(y, (int)point, null) is true);

        if (IntervalSets.Union(x, y) is CqlInterval union) Assert.Equal(inX || inY, Intervals.Contains(union, (int)point, null));
        var both = IntervalSets.Intersect(x, y) is CqlInterval common && Intervals.Contains(common, (int)point, null) is true;
        Assert.Equal(inX && inY, both);
    }

    [Property]
    public void Union_and_intersection_do_not_depend_on_order(short a, byte b, short c, byte d)
    {
        var (x, y) = (Interval(a, b), Interval(c, d));

        Assert.True(Equality.AreEquivalent(IntervalSets.Union(x, y), IntervalSets.Union(y, x)));
        Assert.True(Equality.AreEquivalent(IntervalSets.Intersect(x, y), IntervalSets.Intersect(y, x)));
    }

    [Property]
    public void Two_intervals_are_before_after_or_overlapping_and_never_two_of_these(short a, byte b, short c, byte d)
    {
        var (x, y) = (Interval(a, b), Interval(c, d));
        bool?[] relations = [Intervals.Before(x, y, null), Intervals.Before(y, x, null), Intervals.Overlaps(x, y, null)];

        Assert.Single(relations, relation => relation is true);
    }

    [Property]
    public void Collapsed_intervals_contain_the_same_points_and_do_not_touch((short, byte)[] parts, short point)
    {
        var list = CqlList.From(parts.Select(part => Interval(part.Item1, part.Item2)));
        var collapsed = IntervalSets.Collapse(list, null).OfType<CqlInterval>().ToList();

        Assert.Equal(list.OfType<CqlInterval>().Any(each => Intervals.Contains(each, (int)point, null) is true), collapsed.Any(each => Intervals.Contains(each, (int)point, null) is true));
        Assert.All(collapsed.Zip(collapsed.Skip(1)), pair => Assert.False(Logic.Or(Intervals.Meets(pair.First, pair.Second, null), Intervals.Overlaps(pair.First, pair.Second, null)) is true));
    }

    [Property]
    public void Adding_and_subtracting_days_returns_to_the_start(DateTimeOffset start, short days)
    {
        var moment = Moment(start);
        var quantity = new CqlQuantity(days, "days");

        var there = Arithmetic.Add(moment, quantity);

        Assert.Equal(moment, Arithmetic.Subtract(there, quantity));
        Assert.Equal((int)days, Durations.Between(moment, there, DurationUnit.Day));
        Assert.Equal((int)days, Durations.Difference(moment, there, DurationUnit.Day));
    }

    [Property]
    public void Adding_days_agrees_with_the_platform(DateTimeOffset start, short days) =>
        Assert.Equal(new CqlDateTime(Moment(start).Earliest.AddDays(days)).ToString(), Arithmetic.Add(Moment(start), new CqlQuantity(days, "days"))!.ToString());

    [Property]
    public void Order_of_instants_agrees_with_the_platform(DateTimeOffset x, DateTimeOffset y)
    {
        var (left, right) = (Moment(x), Moment(y));

        Assert.Equal(Math.Sign(left.Earliest.CompareTo(right.Earliest)), Math.Sign(Points.Compare(left, right)));
    }

    [Property]
    public void Comparing_less_precise_values_never_contradicts_what_they_can_mean(DateTimeOffset x, DateTimeOffset y, byte p, byte q)
    {
        var (left, right) = (Cut(Moment(x), p), Cut(Moment(y), q));
        var sign = Points.Compare(left, right);

        if (sign != Points.Unknown && sign < 0) Assert.True(left.Earliest < right.Latest);
        if (sign != Points.Unknown && sign > 0) Assert.True(left.Latest > right.Earliest);
        Assert.Equal(sign == Points.Unknown ? sign : -sign, Points.Compare(right, left));
    }

    [Property]
    public void Text_of_a_date_time_reads_back_the_same(DateTimeOffset x, byte p)
    {
        var value = Cut(Moment(x), p);

        var read = CqlDateTime.TryParse(value.ToString(), TimeSpan.FromMinutes(value.OffsetMinutes));

        Assert.Equal(value, read);
    }

    [Property]
    public void Successor_and_predecessor_are_inverse(int value)
    {
        if (value is int.MaxValue) return;

        Assert.Equal(value, Points.Predecessor(Points.Successor(value)));
    }

    [Property]
    public void Distinct_keeps_each_value_once_in_order(byte[] values)
    {
        var list = CqlList.From(values.Select(value => (object?)(value % 20)));

        Assert.Equal(values.Select(value => (object?)(value % 20)).Distinct(), Lists.Distinct(list));
    }

    [Property]
    public void Union_of_lists_is_the_union_of_sets(byte[] x, byte[] y)
    {
        var union = Lists.Union(CqlList.From(x.Select(value => (object?)(int)value)), CqlList.From(y.Select(value => (object?)(int)value)));

        Assert.Equal(x.Union(y).Select(value => (object?)(int)value), union);
    }

    private static CqlInterval Interval(short start, byte width) => new((int)start, start + width);

    /// <summary>Years near the ends of the calendar would leave it when moved.</summary>
    private static CqlDateTime Moment(DateTimeOffset value)
    {
        var year = 200 + (value.Year % 9000);
        var day = Math.Min(value.Day, DateTime.DaysInMonth(year, value.Month));
        var offset = TimeSpan.FromMinutes((int)value.Offset.TotalMinutes);
        return new CqlDateTime(new DateTimeOffset(year, value.Month, day, value.Hour, value.Minute, value.Second, value.Millisecond, offset));
    }

    private static CqlDateTime Cut(CqlDateTime value, byte precision) => value.With(value.Packed, (CqlPrecision)((precision % 7) + 1));
}
