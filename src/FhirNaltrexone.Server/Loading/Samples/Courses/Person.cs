namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>Someone who does not exist.</summary>
internal sealed record Person(string Gender, string Given, string Family, DateOnly BirthDate);
