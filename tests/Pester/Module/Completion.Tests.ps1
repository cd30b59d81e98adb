BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $key = ConvertTo-Secret 'a-key'

    # What the prompt offers at the end of a line.
    function Get-Offer([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches }
}

Describe '-DataType' {
    BeforeAll { Disconnect-Qard }

    It 'is completed: <Line>' -ForEach @(
        @{ Line = 'Get-QardData -DataType COMPANY_'; Offer = 'COMPANY_PROFILE', 'COMPANY_OFFICER' }
        @{ Line = 'Get-QardData -DataType company_p'; Offer = 'COMPANY_PROFILE' }
        @{ Line = "Get-QardData -DataType 'BENEF"; Offer = 'BENEFICIAL_OWNER' }
        @{ Line = 'Get-QardData COURT'; Offer = 'COURT_DECISION' }
        @{ Line = 'New-QardDataConnection x company_legal_fr ACT'; Offer = 'ACT' }
        @{ Line = 'New-QardDataConnection -DataType COMPANY_PROFILE, COMPANY_O'; Offer = 'COMPANY_OFFICER' }
        @{ Line = 'Set-QardDataConnection -DataType VAT'; Offer = 'VAT_DECLARATION' }
        @{ Line = 'Start-QardSync x CORPORATE'; Offer = 'CORPORATE_TAX' }
        @{ Line = 'Wait-QardSync x COMMERCE_LOC'; Offer = 'COMMERCE_LOCATION' }
        @{ Line = 'Get-QardSync x COMMERCE_ORD'; Offer = 'COMMERCE_ORDER' }
        @{ Line = 'Invoke-QardCollection -DataType BACK'; Offer = 'BACKGROUND_CHECK', 'BACKGROUND_CHECK_V2' }
    ) {
        (Get-Offer $Line).CompletionText | Should -Be $Offer
    }

    It 'offers every type, each with a tooltip' {
        $offers = Get-Offer 'Get-QardData -DataType '
        $offers.Count | Should -BeGreaterThan 20
        $offers.ToolTip | ForEach-Object { $_ | Should -Not -BeNullOrEmpty }
    }

    It 'offers nothing for what it does not know' {
        Get-Offer 'Get-QardData -DataType [x' | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
    }
}

Describe '-ProviderName and -Name' {
    It 'is completed without a session: <Line>' -ForEach @(
        @{ Line = 'New-QardDataConnection x -ProviderName company'; Offer = 'company_legal_fr' }
        @{ Line = 'New-QardDataConnection x GOCARD'; Offer = 'gocardless' }
        @{ Line = 'Get-QardProvider sandbox_o'; Offer = 'sandbox_openbanking', 'sandbox_ocr' }
        @{ Line = 'Enable-QardProvider -Name pay'; Offer = 'paypal' }
        @{ Line = 'Disable-QardProvider str'; Offer = 'stripe' }
        @{ Line = 'Set-QardProvider woo'; Offer = 'woocommerce' }
        @{ Line = 'Set-QardProviderCredential budget'; Offer = 'budget_insight' }
        @{ Line = 'Get-QardDataConnection x info'; Offer = 'infogreffe' }
        @{ Line = 'Invoke-QardCollection -ProviderName impots'; Offer = 'impots_gouv' }
    ) {
        Disconnect-Qard
        (Get-Offer $Line).CompletionText | Should -Be $Offer
    }

    It 'comes from the session, with what there is to know in the tooltip' {
        Connect-CompanyDataSandbox
        $before = Get-RequestCount
        $offer = Get-Offer 'Enable-QardProvider comp'
        $offer.CompletionText | Should -Be 'company_legal_fr', 'comply_cube'
        $offer[0].ToolTip | Should -BeLike 'company_legal_fr: enabled;*COMPANY_PROFILE*'
        $offer[1].ToolTip | Should -BeLike 'comply_cube: not enabled;*'
        Get-RequestCount | Should -BeGreaterThan $before
    }

    It 'offers what the session has, quoted where it must be' {
        $server = Start-Server -Body '[{"name":"a new provider","enabled":true,"data_types":[]},{"name":"it''s","enabled":true,"data_types":[]}]'
        try {
            Connect-Qard $key -Uri $server.Uri
            (Get-Offer 'Enable-QardProvider ').CompletionText | Should -Be "'a new provider'", "'it''s'"
            (Get-Offer "Enable-QardProvider 'a new").CompletionText | Should -Be "'a new provider'"
        }
        finally {
            Stop-Server $server
        }
    }

    It 'asks the session that -Session names' {
        $other = Connect-Sandbox
        Enable-QardProvider comply_cube -Session $other
        Connect-CompanyDataSandbox
        (Get-Offer 'Enable-QardProvider comply').ToolTip | Should -BeLike 'comply_cube: not enabled;*'
        (Get-Offer 'Enable-QardProvider -Session $other comply').ToolTip | Should -BeLike 'comply_cube: enabled;*'
    }
}

Describe '-UserId' {
    BeforeAll {
        Connect-CompanyDataSandbox
        $users = @(New-QardUser 'Alpha SAS' 111111111; New-QardUser 'Beta SARL' 222222222)
    }

    It 'offers the users of the session' {
        $offer = Get-Offer 'Get-QardUser '
        $offer.CompletionText | Should -Be $users.Id
        $offer.ToolTip | Should -Be 'Alpha SAS 111111111', 'Beta SARL 222222222'
    }

    It 'finds one by <How>: <Line>' -ForEach @(
        @{ How = 'the start of its id'; Line = { "Get-QardCompanyProfile $($users[1].Id.Substring(0, 6))" } }
        @{ How = 'a part of its name'; Line = { 'Start-QardSync -UserId bet' } }
        @{ How = 'a part of its siren'; Line = { 'Remove-QardUser 2222' } }
        @{ How = 'a name in quotes'; Line = { "Wait-QardSync 'Beta S" } }
        @{ How = 'a name, after the data type'; Line = { 'Get-QardData ACT bet' } }
    ) {
        (Get-Offer (& $Line)).CompletionText | Should -Be $users[1].Id
    }
}

Describe 'The prompt' {
    AfterEach { Disconnect-Qard }

    It 'is back in time and without an error <Where>' -ForEach @(
        @{ Where = 'on a session that is slow'; Connect = { Connect-CompanyDataSandbox -Latency 300 }; Line = 'Enable-QardProvider gocard'; Offered = 'gocardless' }
        @{ Where = 'on a session where everything fails'; Connect = { Connect-CompanyDataSandbox -FaultRate 1 }; Line = 'Enable-QardProvider gocard'; Offered = 'gocardless' }
        @{ Where = 'on a server that never answers'; Connect = { Connect-Qard $key -Uri $silent.Uri }; Line = 'Get-QardUser abc'; Offered = $null }
        @{ Where = 'with a refused key'; Connect = { Connect-Qard $key -Uri $refusing.Uri }; Line = 'Enable-QardProvider gocard'; Offered = 'gocardless' }
        @{ Where = 'with a refused key and users asked for'; Connect = { Connect-Qard $key -Uri $refusing.Uri }; Line = 'Get-QardUser abc'; Offered = $null }
        @{ Where = 'where nobody listens'; Connect = { Connect-Qard $key -Uri http://127.0.0.1:9/ -MaxRetry 0 }; Line = 'Enable-QardProvider gocard'; Offered = 'gocardless' }
        @{ Where = 'after Disconnect-Qard'; Connect = { Connect-CompanyDataSandbox; Disconnect-Qard }; Line = 'Enable-QardProvider gocard'; Offered = 'gocardless' }
        @{ Where = 'without any session'; Connect = { }; Line = 'Get-QardUser abc'; Offered = $null }
    ) {
        $silent = Start-Server -Status 0
        $refusing = Start-Server -Status 401
        try {
            & $Connect
            $global:Error.Clear()
            $time = Measure-Command { $offer = Get-Offer $Line }
            $time.TotalSeconds | Should -BeLessThan $Soon
            $offer | Where-Object ResultType -EQ ParameterValue | ForEach-Object CompletionText | Should -Be $Offered
            $global:Error | Should -BeNullOrEmpty
        }
        finally {
            Stop-Server $silent
            Stop-Server $refusing
        }
    }
}

Describe 'Ids and names of a session' {
    BeforeAll {
        . "$PSScriptRoot/../Powens/PowensHelpers.ps1"
        function Get-Text([string] $Line) { (Get-Offer $Line | Where-Object ResultType -EQ ParameterValue).CompletionText }
        Connect-CompanyDataSandbox -SyncDuration 0
        $connection = New-Connection
        $user = $connection.UserId
        $registration = New-QontoRegistration -PartnerUser @{ first_name = 'Sacha'; last_name = 'Modele'; email = 'sacha@partner.test' } -Organization @{ legal_number = '123456789'; legal_name = 'Exemple SAS' } -LegalFlow existing_company -Locale fr -Stakeholder (New-QontoStakeholder Camille Exemple camille@exemple.test -CapitalAmount 1000 -Owner -PhysicalShareholder -PhoneNumber '+33 123456789')
        $case = Get-CreditroKycCase | Select-Object -First 1
    }

    It 'are offered: <Line>' -ForEach @(
        @{ Line = { "Remove-QardDataConnection $user " }; Offer = { $connection.ConnectionId } }
        @{ Line = { "Wait-QardDataConnection -ConnectionId company -UserId $user" -replace '-ConnectionId company (.*)', '$1 -ConnectionId company' }; Offer = { $connection.ConnectionId } }
        @{ Line = { 'Get-QardUser -Siren 123' }; Offer = { '123456789' } }
        @{ Line = { 'Get-QardUser -Name Exem' }; Offer = { "'Exemple 123456789'" } }
        @{ Line = { 'Get-PowensUser ' }; Offer = { '1' } }
        @{ Line = { 'Get-PowensAccount -ConnectionId ' }; Offer = { '1', '2' } }
        @{ Line = { 'Remove-PowensConnection -UserId 1 -ConnectionId ' }; Offer = { '1', '2' } }
        @{ Line = { 'Get-PowensDocument -DocumentType inv' }; Offer = { '2' } }
        @{ Line = { 'Get-PowensTransaction livr' }; Offer = { '102' } }
        @{ Line = { 'Get-PowensDocument -SubscriptionId contrat' }; Offer = { (Get-PowensSubscription -IncludeDisabled | Where-Object Label -Like 'Contrat*').Id } }
        @{ Line = { 'Get-PowensInvestment actions' }; Offer = { (Get-PowensInvestment | Where-Object Label -Like 'Actions*').Id } }
        @{ Line = { 'Get-PowensTransaction -TransactionId 101000000' }; Offer = { (Get-PowensTransaction | Where-Object Id -Like '101000000*').Id } }
        @{ Line = { "Add-QontoRegistrationFile $($registration.Id) x.pdf -StakeholderId camille" }; Offer = { $registration.Stakeholders.Id } }
        @{ Line = { 'Save-PowensDocument 20100' }; Offer = { (Get-PowensDocument | Where-Object Id -Like '20100*').Id } }
        @{ Line = { 'Get-PowensConnector -Name ''banque ex' }; Offer = { "'Banque Exemple'" } }
        @{ Line = { 'Get-QontoRegistration ' }; Offer = { $registration.Id } }
        @{ Line = { 'Send-QontoOwnerEmail exemple' }; Offer = { $registration.Id } }
        @{ Line = { "Get-CreditroKycCase -Id $($case.Id.Substring(0, 8))" }; Offer = { $case.Id } }
        @{ Line = { 'Get-CreditroKycCase -Status APPR' }; Offer = { 'APPROVED' } }
        @{ Line = { 'Get-CreditroKycCase -Risk HI' }; Offer = { 'HIGH' } }
        @{ Line = { 'Get-CompanyDataSession cred' }; Offer = { 'Creditro' } }
    ) {
        $line = & $Line
        Get-Text $line | Should -Be (& $Offer) -Because $line
    }

    It 'have a tooltip' {
        (Get-Offer "Remove-QardDataConnection $user ").ToolTip | Should -Be 'company_legal_fr: CONNECTED'
    }

    It 'are not asked for where nobody is named' {
        Get-Text 'Remove-QardDataConnection -ConnectionId ' | Should -BeNullOrEmpty
    }

    It 'need no SecretManagement' {
        { Get-Text 'Connect-Qard -SecretName x -Vault ' } | Should -Not -Throw
    }
}

Describe 'Every parameter' {
    BeforeAll {
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        $parameters = foreach ($command in Get-Command -Module CompanyData) {
            foreach ($parameter in $command.Parameters.Values | Where-Object Name -NotIn $common) {
                [pscustomobject]@{ Command = $command.Name; Name = $parameter.Name; Type = $parameter.ParameterType; Attributes = $parameter.Attributes }
            }
        }
    }

    It 'that must be given says what it takes where it is asked for' {
        $parameters | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory -and -not $_.HelpMessage } } |
            ForEach-Object { "$($_.Command) -$($_.Name)" } | Should -BeNullOrEmpty
    }

    It 'that takes an id is completed, where a session can tell' {
        # Of these no list can be had without reading far too much, or at all.
        $untold = 'ClientId', 'PartnerId', 'FileId'
        $parameters | Where-Object { $_.Name -cmatch 'Id$|Uuid$|^ProviderName$|^DataType$|^Status$|^Until$|^Vault$' -and $_.Name -notin $untold } |
            Where-Object { -not ($_.Attributes | Where-Object { $_ -is [ArgumentCompleter] -or $_ -is [ValidateSet] }) } |
            ForEach-Object { "$($_.Command) -$($_.Name)" } | Should -BeNullOrEmpty
    }
}

Describe 'What <From> emits' -ForEach @(
    @{ From = 'New-QardUser'; To = 'Get-QardUser', 'Set-QardUser', 'Remove-QardUser', 'New-QardDataConnection', 'Get-QardDataConnection', 'Start-QardSync', 'Get-QardSync', 'Wait-QardSync', 'Get-QardCompanyProfile', 'Get-QardCompanyOfficer', 'Get-QardBeneficialOwner', 'Get-QardData' }
    @{ From = 'New-QardDataConnection'; To = 'Start-QardSync', 'Wait-QardDataConnection', 'Set-QardDataConnection', 'Remove-QardDataConnection', 'Get-QardDataConnection', 'Get-QardUser' }
    @{ From = 'Start-QardSync'; To = 'Wait-QardSync', 'Get-QardSync' }
    @{ From = 'Wait-QardSync'; To = 'Get-QardCompanyProfile', 'Get-QardCompanyOfficer', 'Get-QardBeneficialOwner', 'Get-QardData', 'Get-QardCommerceTransaction', 'Get-QardUser' }
    @{ From = 'Get-QardSync'; To = 'Get-QardUser', 'Get-QardCompanyProfile' }
    @{ From = 'Get-QardCompanyProfile'; To = 'Get-QardCompanyOfficer', 'Get-QardUser' }
    @{ From = 'Get-QardProvider'; To = 'Enable-QardProvider', 'Disable-QardProvider', 'Set-QardProvider' }
    @{ From = 'Get-PowensConnector'; To = , 'New-PowensConnection' }
    @{ From = 'New-PowensUser'; To = 'Get-PowensUser', 'Remove-PowensUser', 'New-PowensToken', 'Get-PowensConnection', 'Get-PowensAccount' }
    @{ From = 'Get-PowensConnection'; To = 'Get-PowensAccount', 'Get-PowensTransaction', 'Get-PowensSubscription', 'Get-PowensDocument', 'Update-PowensConnection', 'Wait-PowensConnection', 'Remove-PowensConnection', 'Get-PowensConnectionSource', 'Get-PowensConnectionLog', 'Get-PowensInvestment' }
    @{ From = 'Get-PowensConnectionSource'; To = 'Set-PowensConnectionSource', 'Get-PowensConnection' }
    @{ From = 'Get-PowensInvestment'; To = , 'Get-PowensInvestmentValue' }
    @{ From = 'Get-PowensWebhook'; To = 'Set-PowensWebhook', 'Remove-PowensWebhook', 'Get-PowensWebhookDelivery' }
    @{ From = 'Get-PowensAccount'; To = 'Get-PowensTransaction', 'Get-PowensInvestment', 'Set-PowensAccount', 'Get-PowensBalance', 'Get-PowensAccountOwner' }
    @{ From = 'Get-PowensTransaction'; To = 'Set-PowensTransaction', 'Get-PowensDocument' }
    @{ From = 'Get-PowensSubscription'; To = , 'Get-PowensDocument' }
    @{ From = 'Get-PowensDocument'; To = , 'Save-PowensDocument' }
    @{ From = 'New-QontoRegistration'; To = 'Get-QontoRegistration', 'Wait-QontoRegistration', 'Send-QontoOwnerEmail', 'Add-QontoRegistrationFile', 'Get-QontoRegistrationFile', 'Send-QontoPartnerEvent', 'Grant-CompanyDataSandboxConsent' }
    @{ From = 'Add-QontoRegistrationFile'; To = 'Get-QontoRegistrationFile', 'Remove-QontoRegistrationFile' }
    @{ From = 'Get-QontoWebhook'; To = , 'Set-QontoWebhook' }
    @{ From = 'Invoke-QardCollection'; To = , 'ConvertTo-QontoRegistration' }
) {
    It 'binds to <_>' -ForEach $To {
        $type = (Get-Command $From).OutputType.Type | Select-Object -First 1
        $names = $type.GetProperties().Name
        $command = Get-Command $_
        $bound = foreach ($parameter in $command.Parameters.Values) {
            $attributes = @($parameter.Attributes | Where-Object { $_ -is [Parameter] })
            if ($attributes.ValueFromPipelineByPropertyName -contains $true -and (@($parameter.Name) + $parameter.Aliases | Where-Object { $_ -in $names })) { $parameter.Name }
            elseif ($attributes.ValueFromPipeline -contains $true -and $parameter.ParameterType -eq $type) { $parameter.Name }
        }
        @($bound | Where-Object { $_ -match 'Id$|Uuid$|^Name$|RedirectUrl|^Sync$|^Dossier$' }) | Should -Not -BeNullOrEmpty
    }
}
