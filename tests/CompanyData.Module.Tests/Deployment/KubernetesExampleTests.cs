using k8s;
using k8s.Models;

namespace CompanyData.Module.Tests.Deployment;

/// <summary>Reads the example manifests strictly with the models of the official client: an unknown field fails.</summary>
public class KubernetesExampleTests
{
    [Fact]
    public void IndexedJob_ReadStrictly_RunsEveryShareOfTheScriptAsNobody()
    {
        V1Job job = Read<V1Job>("kubernetes-indexed-job.yaml");

        Assert.Equal("Indexed", job.Spec.CompletionMode);
        V1Container container = SingleContainer(job.Spec.Template.Spec);
        Assert.Contains($"-Shard \"$share/{job.Spec.Completions}\"", container.Args.Single(), StringComparison.Ordinal);
        Assert.Equal(job.Spec.PodFailurePolicy.Rules.Single().OnExitCodes.ContainerName, container.Name);
    }

    [Fact]
    public void CronJob_ReadStrictly_RunsTheMonthlyJobOneAtATimeAsNobody()
    {
        V1CronJob job = Read<V1CronJob>("kubernetes-cronjob.yaml");

        Assert.Equal("Forbid", job.Spec.ConcurrencyPolicy);
        V1JobSpec spec = job.Spec.JobTemplate.Spec;
        V1Container container = SingleContainer(spec.Template.Spec);
        V1PodFailurePolicyOnExitCodesRequirement final = spec.PodFailurePolicy.Rules.Single().OnExitCodes;
        Assert.Equal(final.ContainerName, container.Name);
        Assert.Contains("-ReportPath", container.Args.Single(), StringComparison.Ordinal);
        // What a report asks a person to look at must not be collected again.
        Assert.Equal([2, 3], final.Values);
    }

    [Fact]
    public void Read_UnknownField_Fails() =>
        Assert.ThrowsAny<Exception>(() => KubernetesYaml.Deserialize<V1Job>("apiVersion: batch/v1\nkind: Job\nspec:\n  paralelism: 4\n", strict: true));

    [Fact]
    public void Dockerfile_LastUser_IsTheOneOfTheManifests()
    {
        string[] users = [.. File.ReadLines(Repository.PathOf("examples", "Dockerfile")).Where(line => line.StartsWith("USER ", StringComparison.Ordinal))];

        Assert.Equal("USER 10001", users[^1]);
    }

    private static T Read<T>(string file) => KubernetesYaml.Deserialize<T>(File.ReadAllText(Repository.PathOf("examples", file)), strict: true);

    private static V1Container SingleContainer(V1PodSpec pod)
    {
        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.Equal(10001, pod.SecurityContext.RunAsUser);
        V1Container container = Assert.Single(pod.Containers);
        Assert.Contains("/opt/companydata/examples/Update-Portfolio.ps1", container.Args.Single(), StringComparison.Ordinal);
        Assert.Equal(pod.Volumes.Select(volume => volume.Name), container.VolumeMounts.Select(mount => mount.Name));
        return container;
    }
}
