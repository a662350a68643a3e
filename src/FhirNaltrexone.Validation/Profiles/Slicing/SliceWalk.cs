using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>Divides elements into slices and checks each slice.</summary>
/// <param name="walk">The walk through the profile.</param>
/// <param name="run">The validation.</param>
/// <param name="profile">Canonical of the profile.</param>
internal sealed class SliceWalk(ProfileWalk walk, ValidationRun run, string profile)
{
    private const int NoSlice = -1;
    private const int Undecided = -2;

    /// <summary>Checks the elements of one name; the path is at the element above.</summary>
    /// <param name="slicing">How they are divided.</param>
    /// <param name="items">The elements.</param>
    /// <param name="parent">The element above.</param>
    public void Check(SlicingRules slicing, IReadOnlyList<ProfiledItem> items, in FhirElement parent)
    {
        var members = slicing.Slices.Select(_ => new List<ProfiledItem>()).ToArray();
        var undecided = new bool[members.Length];
        var (last, sawOther) = (-1, false);
        foreach (var item in items)
        {
            var slice = SliceOf(slicing, item, parent, undecided);
            if (slice == Undecided) continue;
            if (slice == NoSlice)
            {
                sawOther = true;
                if (slicing.IsClosed) Report(ValidationMessages.SliceClosed, item, parent, profile);
                continue;
            }

            if (slicing.IsOpenAtEnd && sawOther) Report(ValidationMessages.SliceAfterOthers, item, parent, slicing.Slices[slice].Name, profile);
            if (slicing.IsOrdered && slice < last) Report(ValidationMessages.SliceOrder, item, parent, slicing.Slices[slice].Name, profile);
            last = Math.Max(last, slice);
            members[slice].Add(item);
        }

        for (var index = 0; index < members.Length; index++) CheckSlice(slicing.Slices[index], members[index], undecided[index], items.Count, parent);
    }

    private void CheckSlice(SliceRules slice, List<ProfiledItem> members, bool isUndecided, int all, in FhirElement parent)
    {
        if (slice.Tests is null && slice.Name != SliceRules.Default)
        {
            if (all > 0) Tell(slice, parent);
            return;
        }

        // One more may belong to it: too few are none, too many are.
        if (isUndecided) Tell(slice, parent);
        if (!isUndecided || members.Count > slice.Rules.Max) walk.Count(slice.Rules, members.Count, $"the slice {slice.Name} of {profile}", parent);
        foreach (var member in members) walk.Enter(parent, member, profile, slice.Rules);
        if (slice.Rules.Slicing is { } again) Check(again, members, parent);
    }

    private void Tell(SliceRules slice, in FhirElement parent)
    {
        run.IsInDoubt = true;
        run.ReportChild(slice.Rules.Name, ValidationMessages.SliceUndecided, ValidationRun.At(parent), slice.Name, profile);
    }

    /// <summary>Number of the slice that takes an element; else whether none does, or one might: then it is marked.</summary>
    private int SliceOf(SlicingRules slicing, in ProfiledItem item, in FhirElement parent, bool[] undecided)
    {
        var (found, rest) = (NoSlice, NoSlice);
        List<int> possible = [];
        for (var index = 0; index < slicing.Slices.Count; index++)
        {
            if (slicing.Slices[index].Name == SliceRules.Default) rest = index;
            else if (slicing.Slices[index].Takes(item.Element, run) is not { } takes) possible.Add(index);
            else if (takes)
            {
                if (found >= 0) Report(ValidationMessages.SliceAmbiguous, item, parent, slicing.Slices[found].Name, slicing.Slices[index].Name, profile);
                else found = index;
            }
        }

        if (found >= 0 || possible.Count == 0) return found >= 0 ? found : rest;
        foreach (var index in possible) undecided[index] = true;
        return Undecided;
    }

    private void Report(ValidationMessage message, in ProfiledItem item, in FhirElement parent, params ReadOnlySpan<object?> names)
    {
        run.Path.Push(item.Name, item.Index, parent.Type, item.Element);
        run.Report(message, ValidationRun.At(item.Element), names);
        run.Path.Pop();
    }
}
