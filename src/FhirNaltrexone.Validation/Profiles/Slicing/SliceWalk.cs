using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>Divides elements into slices and checks each slice.</summary>
/// <param name="walk">The walk through the profile.</param>
/// <param name="run">The validation.</param>
/// <param name="profile">Canonical of the profile.</param>
internal sealed class SliceWalk(ProfileWalk walk, ValidationRun run, string profile)
{
    /// <summary>Checks the elements of one name; the path is at the element above.</summary>
    /// <param name="slicing">How they are divided.</param>
    /// <param name="items">The elements.</param>
    /// <param name="parent">The element above.</param>
    public void Check(SlicingRules slicing, IReadOnlyList<ProfiledItem> items, in FhirElement parent)
    {
        var members = slicing.Slices.Select(_ => new List<ProfiledItem>()).ToArray();
        var (last, sawOther) = (-1, false);
        foreach (var item in items)
        {
            var slice = SliceOf(slicing, item, parent);
            if (slice < 0)
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

        for (var index = 0; index < members.Length; index++) CheckSlice(slicing.Slices[index], members[index], items.Count, parent);
    }

    private void CheckSlice(SliceRules slice, List<ProfiledItem> members, int all, in FhirElement parent)
    {
        if (slice.Tests is null && slice.Name != SliceRules.Default)
        {
            if (all > 0) run.ReportChild(slice.Rules.Name, ValidationMessages.SliceUndecided, ValidationRun.At(parent), slice.Name, profile);
            return;
        }

        walk.Count(slice.Rules, members.Count, $"the slice {slice.Name} of {profile}", parent);
        foreach (var member in members) walk.Enter(parent, member, profile, slice.Rules);
        if (slice.Rules.Slicing is { } again) Check(again, members, parent);
    }

    /// <summary>Number of the slice that takes an element; -1 when none does.</summary>
    private int SliceOf(SlicingRules slicing, in ProfiledItem item, in FhirElement parent)
    {
        var (found, rest) = (-1, -1);
        for (var index = 0; index < slicing.Slices.Count; index++)
        {
            if (slicing.Slices[index].Name == SliceRules.Default) rest = index;
            else if (slicing.Slices[index].Takes(item.Element, run))
            {
                if (found >= 0) Report(ValidationMessages.SliceAmbiguous, item, parent, slicing.Slices[found].Name, slicing.Slices[index].Name, profile);
                else found = index;
            }
        }

        return found >= 0 ? found : rest;
    }

    private void Report(ValidationMessage message, in ProfiledItem item, in FhirElement parent, params ReadOnlySpan<object?> names)
    {
        run.Path.Push(item.Name, item.Index, parent.Type, item.Element);
        run.Report(message, ValidationRun.At(item.Element), names);
        run.Path.Pop();
    }
}
