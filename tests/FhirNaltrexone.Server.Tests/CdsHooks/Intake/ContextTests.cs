using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Server.CdsHooks.Intake;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Intake;

public sealed class ContextTests
{
    [Theory]
    [InlineData("patient-view", "userId patientId")]
    [InlineData("order-select", "userId patientId selections draftOrders")]
    [InlineData("order-sign", "userId patientId draftOrders")]
    [InlineData("order-dispatch", "patientId dispatchedOrders performer")]
    [InlineData("medication-refill", "patientId medications")]
    [InlineData("encounter-start", "userId patientId encounterId")]
    [InlineData("encounter-discharge", "userId patientId encounterId")]
    [InlineData("appointment-book", "userId patientId appointments")]
    public void Each_hook_requires_what_its_page_says(string hook, string fields)
        => Assert.Equal(fields.Split(' '), HookContexts.For(hook).Select(field => field.Name));

    [Theory]
    [InlineData("order-sign", true)]
    [InlineData("appointment-book", true)]
    [InlineData("patient-view", false)]
    [InlineData("encounter-start", false)]
    public void Hooks_about_something_new_are_told_from_the_others(string hook, bool isAboutDrafts)
        => Assert.Equal(isAboutDrafts, HookContexts.IsAboutDrafts(hook));

    /// <summary>Who asks without a call is asked about the drafts of the record at the hooks whose calls bring orders: two tables know these hooks.</summary>
    [Fact]
    public void Hooks_that_bring_orders_are_those_that_look_for_drafts_without_a_call()
        => Assert.Equal(
            HookContexts.Known.Where(hook => HookContexts.For(hook).Any(field => field.Name is "draftOrders" or "orders" or "medications")).Order(),
            HookContexts.Known.Where(hook => HookSubjects.DraftTypes(hook).Count > 0).Order());
}
