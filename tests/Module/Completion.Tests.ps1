BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
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
        @{ Line = 'Invoke-QardCollection -DataType BACK'; Offer = 'BACKGROUND_CHECK' }
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
        @{ Where = 'on a session that is slow'; Connect = { Connect-CompanyDataSandbox -Latency 30 }; Line = 'Enable-QardProvider gocard'; Offered = 'gocardless' }
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
            $time.TotalSeconds | Should -BeLessThan 3.5
            $offer | Where-Object ResultType -EQ ParameterValue | ForEach-Object CompletionText | Should -Be $Offered
            $global:Error | Should -BeNullOrEmpty
        }
        finally {
            Stop-Server $silent
            Stop-Server $refusing
        }
    }
}
