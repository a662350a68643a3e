using FhirNaltrexone.Server.Security.Smart;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Launch.Pages;

/// <summary>The page in the place of an EHR: a patient is open, the app is started (SMART App Launch 2.2, launch app: EHR launch).</summary>
internal static class EhrPage
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/launch";

    private const string Title = "Launch the app";

    /// <summary>Shows patients, then what is of the patient, then starts the app.</summary>
    public static async Task<IResult> AnswerAsync(
        HttpContext http, ChartChoices choices, LaunchHandles handles, SmartAddresses addresses, IOptions<LaunchOptions> options)
    {
        var cancel = http.RequestAborted;
        var chosen = await ChosenContext.ReadAsync(http.Request, cancel).ConfigureAwait(false);
        if (chosen.PatientId is not { } patient) return await PatientsAsync(new ChoicePage(Title, Path), choices, chosen.Name, cancel).ConfigureAwait(false);
        if (chosen.User.Length == 0)
        {
            return new ChoicePage(Title, Path)
                .Carry([(ChosenContext.Prefix + "patient", chosen.Patient)])
                .Offer("user", "User", await choices.UsersAsync(patient, cancel).ConfigureAwait(false))
                .Offer("encounter", "Encounter", await choices.RecordsAsync("Encounter", patient, cancel).ConfigureAwait(false), isOptional: true)
                .Offer("record", "Order that is open", await choices.RecordsAsync("MedicationRequest", patient, cancel).ConfigureAwait(false), isOptional: true)
                .Button("launch", "Launch")
                .Show();
        }

        if (await chosen.CheckAsync(choices, cancel).ConfigureAwait(false) is not { } context) return Results.BadRequest();
        return Results.Redirect(QueryHelpers.AddQueryString(
            options.Value.LaunchUri, new Dictionary<string, string?> { ["iss"] = addresses.Fhir(http.Request), ["launch"] = handles.Hand(context) }));
    }

    /// <summary>The first page: a patient by name.</summary>
    public static async Task<IResult> PatientsAsync(ChoicePage page, ChartChoices choices, string name, CancellationToken cancellationToken)
    {
        var patients = await choices.PatientsAsync(name, cancellationToken).ConfigureAwait(false);
        page.Ask("name", "Name", name).Button("search", "Search");
        return patients.Count == 0
            ? page.Say("No patient of this name is stored.").Show()
            : page.Offer("patient", "Patient", patients, isOptional: true).Button("choose", "Choose").Show();
    }
}
