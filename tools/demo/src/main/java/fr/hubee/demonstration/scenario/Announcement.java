package fr.hubee.demonstration.scenario;

import java.util.ArrayList;
import java.util.List;

/** An operator's announcement: a folder with its cases and files, under a new number. */
final class Announcement {
    private final String process;
    private final String number;
    private final String applicant;
    private final List<String> cases = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    /** @param operator the first part of the number, together with the démarche */
    Announcement(String operator, String process, String firstName, String lastName) {
        this.process = process;
        this.number = operator + "-" + System.currentTimeMillis();
        this.applicant = """
                {"firstName": "%s", "lastName": "%s", "email": null}""".formatted(firstName, lastName);
    }

    /** Adds a case for an organisation, written as in the contract. */
    Announcement to(String organization) {
        cases.add("""
                {"externalId": "%s", "recipient": %s}""".formatted(caseNumber(cases.size() + 1), organization));
        return this;
    }

    /** @param recipients the first case is 1 */
    Announcement with(DemoFile file, int... recipients) {
        var numbers = new String[recipients.length];
        for (int i = 0; i < recipients.length; i++) {
            numbers[i] = caseNumber(recipients[i]);
        }
        files.add(file.json(numbers));
        return this;
    }

    private String caseNumber(int position) {
        return "%s-%02d".formatted(number, position);
    }

    String json() {
        return """
                {"externalId": "%s", "processCode": "%s", "applicant": %s,
                 "cases": [%s], "attachments": [%s]}""".formatted(number, process, applicant, String.join(",", cases), String.join(",", files));
    }
}
