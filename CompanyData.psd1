@{
    RootModule             = 'module/CompanyData.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = 'be8a9e01-478d-4d79-9d8d-9b48ccbe5228'
    Author                 = 'CompanyData maintainers'
    CompanyName            = 'CompanyData maintainers'
    Copyright              = 'CompanyData maintainers. MIT licence.'
    Description            = 'Collects company data, runs KYC, connects bank and commerce data and opens business accounts: cmdlets for Qard, Powens, Qonto and Creditro.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Core', 'Desktop')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('module/CompanyData.Format.ps1xml')
    TypesToProcess         = @('module/CompanyData.Types.ps1xml')
    CmdletsToExport        = @(
        'Connect-CompanyDataSandbox'
        'Connect-Qard'
        'Disable-QardProvider'
        'Disconnect-Qard'
        'Enable-QardProvider'
        'Get-CompanyDataSession'
        'Get-CompanyDataUsage'
        'Get-QardBeneficialOwner'
        'Get-QardCommerceSubscription'
        'Get-QardCommerceSubscriptionInsight'
        'Get-QardCommerceTransaction'
        'Get-QardCommerceTransactionInsight'
        'Get-QardCompanyOfficer'
        'Get-QardCompanyProfile'
        'Get-QardData'
        'Get-QardDataConnection'
        'Get-QardProfile'
        'Get-QardProvider'
        'Get-QardSync'
        'Get-QardUser'
        'Grant-CompanyDataSandboxConsent'
        'Invoke-QardCollection'
        'New-QardDataConnection'
        'New-QardUser'
        'Remove-QardDataConnection'
        'Remove-QardUser'
        'Save-QardFile'
        'Set-GoCardlessCredential'
        'Set-QardDataConnection'
        'Set-QardProvider'
        'Set-QardProviderCredential'
        'Set-QardUser'
        'Start-QardSync'
        'Wait-QardDataConnection'
        'Wait-QardSync'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Qard', 'GoCardless', 'Powens', 'Qonto', 'Creditro', 'KYC', 'KYB', 'Company', 'Siren', 'OpenBanking')
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
