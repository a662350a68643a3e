using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>Tells members apart.</summary>
internal static class ContentMembers
{
    /// <summary>What a member is by its name.</summary>
    /// <param name="member">The member.</param>
    public static ContentMember Of(JsonProperty member)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(member);

        // A name written with escapes is the same name.
        return name.Contains((byte)'\\') ? Of(Encoding.UTF8.GetBytes(member.Name)) : Of(name);
    }

    private static ContentMember Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("id"u8) => ContentMember.Id,
        3 when name.SequenceEqual("uri"u8) => ContentMember.Address,
        4 when name.SequenceEqual("code"u8) => ContentMember.Code,
        4 when name.SequenceEqual("text"u8) => ContentMember.Text,
        4 when name.SequenceEqual("meta"u8) => ContentMember.Meta,
        5 when name.SequenceEqual("title"u8) => ContentMember.Text,
        6 when name.SequenceEqual("system"u8) => ContentMember.System,
        7 when name.SequenceEqual("display"u8) || name.SequenceEqual("summary"u8) || name.SequenceEqual("comment"u8) => ContentMember.Text,
        9 when name.SequenceEqual("reference"u8) => ContentMember.Reference,
        9 when name.SequenceEqual("contained"u8) => ContentMember.Contained,
        10 when name.SequenceEqual("conclusion"u8) => ContentMember.Text,
        11 when name.SequenceEqual("description"u8) || name.SequenceEqual("valueString"u8) => ContentMember.Text,
        12 when name.SequenceEqual("resourceType"u8) => ContentMember.ResourceType,
        13 when name.SequenceEqual("questionnaire"u8) => ContentMember.Address,
        13 when name.SequenceEqual("contentString"u8) => ContentMember.Text,
        18 when name.SequenceEqual("patientInstruction"u8) => ContentMember.Text,
        _ => ContentMember.Other,
    };
}
