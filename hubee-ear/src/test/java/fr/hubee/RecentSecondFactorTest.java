package fr.hubee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaMethod;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks which methods require a recent second factor: a lost or new annotation is noticed. */
class RecentSecondFactorTest {
    static final Set<String> ASKED_FOR = Set.of(
            "AccountService.activate",
            "AccountService.change",
            "AccountService.create",
            "AccountService.deactivate",
            "AccountService.sendLink",
            "ApiClientService.create",
            "ApiClientService.limit",
            "ApiClientService.renew",
            "ApiClientService.revoke",
            "CaseSupportService.openFiles",
            "CaseSupportService.reopen",
            "CaseSupportService.withdraw",
            "ClientProofService.addCertificate",
            "ClientProofService.addKeys",
            "ClientProofService.removeCertificate",
            "ClientProofService.removeKey",
            "ClientProofService.require",
            "CredentialService.create",
            "CredentialService.renew",
            "CredentialService.revoke",
            "MergeService.merge",
            "MergeUndoService.undo",
            "ProcessService.amend",
            "ProcessService.change",
            "ProcessService.create",
            "ProcessService.register",
            "ReadingRightService.ask",
            "ReadingRightService.grantReading",
            "ReplacementService.end",
            "ReplacementService.name",
            "PasswordService.lift",
            "RuleReviewService.confirm",
            "WebhookEndpointService.change",
            "WebhookEndpointService.create",
            "WebhookEndpointService.delete",
            "WebhookEndpointService.pause",
            "WebhookEndpointService.prove",
            "WebhookEndpointService.renew",
            "WebhookEndpointService.replay",
            "WebhookEndpointService.resume",
            "WebhookEndpointService.sendAgain",
            "WebhookEndpointService.test",
            "SoftwareCertificateService.revoke",
            "SubscriptionLifeService.configure",
            "SubscriptionRequestService.create",
            "TotpService.begin",
            "TotpService.removeOf");

    @Test
    void theseActsAskForItAndNoOthers() {
        assertEquals(
                String.join("\n", new TreeSet<>(ASKED_FOR)),
                marked()
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void aMarkedMethodTakesTheCallerFirst() {
        marked().forEach(method -> assertEquals(
                Caller.class.getName(), method.getRawParameterTypes().get(0).getName(), method::getFullName));
    }

    private static Stream<JavaMethod> marked() {
        return ArchitectureTest.HUBEE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(RecentSecondFactor.class));
    }
}
