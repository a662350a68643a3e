using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Validation.Operations;
using FhirNaltrexone.Server.Validation.Writes;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Profiles;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Validation;

/// <summary>Registers the slice.</summary>
internal static class ValidationServices
{
    /// <summary>Adds validation, and its part in what is stored. What is costly is made on first use.</summary>
    public static IServiceCollection AddValidation(this IServiceCollection services)
    {
        services.AddOptions<ValidationOptions>().BindKnown(ValidationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => Definitions(provider.GetRequiredService<IOptions<ValidationOptions>>().Value));
        services.AddSingleton<CurrentValidator>();
        services.AddSingleton<Func<Validator>>(provider => provider.GetRequiredService<CurrentValidator>().Get);
        services.AddSingleton(provider => new ResourceValidation(
            provider.GetRequiredService<CurrentValidator>().Get, provider.GetRequiredService<IOptions<ValidationOptions>>().Value));
        services.AddSingleton<ValidationMetrics>();
        services.AddSingleton<WriteValidation>();
        services.AddSingleton(provider => new WriteCheck(null, content => provider.GetRequiredService<WriteValidation>().Check(content)));
        return services;
    }

    /// <summary>Adds <c>$validate</c>.</summary>
    public static IServiceCollection AddValidationOperations(this IServiceCollection services)
    {
        services.AddSingleton<StoredDefinitions>();
        services.AddSingleton<StoredProfiles>();
        services.AddSingleton<StoredQuestionnaires>();
        services.AddSingleton<ValidateOperation>();
        services.AddSingleton(provider => provider.GetRequiredService<ValidateOperation>().Operation);
        return services;
    }

    private static DefinitionSet Definitions(ValidationOptions options)
    {
        try
        {
            return KnownDefinitions.Read(options.CoreFolder, options.Packages);
        }
        catch (ServerException failure)
        {
            throw new OptionsValidationException(ValidationOptions.Section, typeof(ValidationOptions), [$"Validation: {failure.Message}"]);
        }
    }
}
