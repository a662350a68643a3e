using FhirNaltrexone.Server.Reasoning.Applying;
using FhirNaltrexone.Server.Reasoning.Charts;
using FhirNaltrexone.Server.Reasoning.Evaluation;
using FhirNaltrexone.Server.Reasoning.Requirements;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Reasoning;

/// <summary>Registers the slice.</summary>
internal static class ReasoningServices
{
    /// <summary>Adds the operations over knowledge.</summary>
    public static IServiceCollection AddReasoning(this IServiceCollection services)
    {
        services.AddOptions<ReasoningOptions>().BindKnown(ReasoningOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReasoningOptions>, ReasoningOptionsValidator>();
        services.AddSingleton<PatientCharts>();
        services.AddSingleton<OwnLibraries>();
        services.AddSingleton<EvaluateOperation>();
        services.AddSingleton<DataRequirementsOperation>();
        services.AddSingleton(provider => provider.GetRequiredService<EvaluateOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<DataRequirementsOperation>().OfLibrary);
        services.AddSingleton(provider => provider.GetRequiredService<DataRequirementsOperation>().OfPlan);
        services.AddSingleton<StoredLibraries>();
        services.AddSingleton<DefinitionReader>();
        services.AddSingleton<ApplyOperations>();
        services.AddSingleton(provider => provider.GetRequiredService<ApplyOperations>().OfPlan);
        services.AddSingleton(provider => provider.GetRequiredService<ApplyOperations>().OfActivity);
        return services;
    }
}
