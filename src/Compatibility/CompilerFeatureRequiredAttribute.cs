namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit <c>required</c> members where the framework lacks this type.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
