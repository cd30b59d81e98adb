using CompanyData.Qard;

namespace CompanyData.Client.Tests.Qard;

/// <summary>What people write for a siren, and what is said of it.</summary>
public class SirenNumberTests
{
    [Theory]
    [InlineData("383 474 814")]
    [InlineData("383\u00a0474\u202f814")]
    [InlineData("\u200b383474814")]
    [InlineData("\ufeff383474814")]
    [InlineData("383474814\u200e")]
    [InlineData("383\u00ad474814")]
    [InlineData("383474814\0")]
    public void Normalize_WhatNobodySees_IsRemoved(string text) => Assert.Equal("383474814", SirenNumber.Normalize(text));

    [Theory]
    [InlineData("5880596", "005880596")]
    [InlineData("383474814.0", "the siren is 383474814")]
    [InlineData("383474814,00", "the siren is 383474814")]
    [InlineData("3,83475E+08", "digits are lost")]
    [InlineData("3.83475E8", "digits are lost")]
    [InlineData("38347481400011", "siret")]
    [InlineData("383 474 814 00011", "first 9 digits: 383474814")]
    [InlineData("FR62383474814", "VAT number")]
    [InlineData("383474814;542065479", "more than one value")]
    [InlineData("383474814\n542065479", "more than one value")]
    [InlineData("383474814 542065479", "more than one value")]
    public void Explain_AKnownForm_SaysWhichAndWhatToDo(string text, string said)
    {
        string problem = SirenNumber.Explain(text)!;

        Assert.StartsWith($"'{SirenNumber.Normalize(text)}' is not a siren: it must have 9 digits. ", problem, StringComparison.Ordinal);
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1234567")]
    [InlineData("abc")]
    [InlineData("")]
    public void Explain_AnythingElse_GuessesNothing(string text) => Assert.Equal($"'{text}' is not a siren: it must have 9 digits.", SirenNumber.Explain(text));

    [Theory]
    [InlineData("383474814", true)]
    [InlineData("356000000", true)]
    [InlineData("383474815", false)]
    [InlineData("123456789", false)]
    public void HasCheckDigit_IsLuhn(string siren, bool expected) => Assert.Equal(expected, SirenNumber.HasCheckDigit(siren));
}
