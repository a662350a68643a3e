using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Schemas;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>Checks an element against a profile and reports what is wrong.</summary>
/// <param name="profile">The profile.</param>
/// <param name="element">The element.</param>
internal delegate void ProfileCheck(ProfileSchema profile, in FhirElement element);
