@{
    ExcludeRules = @(
        # Pester runs the script blocks of one file in one scope after another; the rule sees each by itself.
        'PSUseDeclaredVarsMoreThanAssignments'
        # Helpers of tests are called by tests alone, and nobody asks them what they would do.
        'PSUseShouldProcessForStateChangingFunctions'
        # The keys of the sandbox are no secrets.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
    )
}
