package org.schoolcase.students.roster.oneroster;

/** Names the form of a value without repeating it, such as {@code digits(9)}: enough to find an export's fault, nothing personal. */
final class ValueClass {

    private ValueClass() {}

    static String of(String value) {
        return value.isEmpty() ? "empty" : form(value) + "(" + value.length() + ")";
    }

    private static String form(String value) {
        if (value.chars().allMatch(Character::isDigit)) {
            return "digits";
        }
        if (value.chars().allMatch(Character::isLetter)) {
            return "letters";
        }
        if (value.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '/' || c == '.')) {
            return "digits-and-separators";
        }
        return value.isBlank() ? "blank" : "mixed";
    }
}
