package fr.hubee.portal.frame;

import fr.hubee.http.Contract;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shows the contract of each API as HTML, which is made once. */
@Named
@ApplicationScoped
public class ContractPage {
    /** The parts of the page, as HTML. */
    public record Parts(String introduction, String contents, String details) {

        private static Parts of(Contract contract) {
            var text = contract.text();
            return new Parts(html(text.introduction()), html(text.contents()), html(text.details()));
        }

        private static String html(String markdown) {
            return PublicTextLoader.Markdown.render(markdown).html();
        }
    }

    private final Map<Contract, Parts> parts = new ConcurrentHashMap<>();

    public Parts parts(String page) {
        return parts.computeIfAbsent(contract(page), Parts::of);
    }

    public Contract contract(String page) {
        return Contract.at(page).orElseThrow();
    }
}
