package org.schoolcase.students.privacy.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Policy: which two words of a text may be the name of a person. Two words with a capital, next to each other or with at most
 * two such words, initials or particles between them: {@code Ana García}, {@code García, Ana}, {@code Ana M. de la Cruz}.
 */
final class NamePairs {

    /** Two words, and where the words of the text begin and end that they span. */
    record Pair(String first, String second, int from, int to) {

        String in(String text) {
            return text.substring(from, to);
        }

        /** Whether it begins no later, ends no sooner, and is longer. */
        boolean spans(Pair other) {
            return from <= other.from && to >= other.to && to - from > other.to - other.from;
        }
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’ʼ-]*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0,.]{1,3}");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
    private static final Set<String> PARTICLES = Set.of(
            "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "las",
            "le", "los", "ter", "van", "von", "y", "zu");
    private static final int REACH = 3;

    private NamePairs() {}

    static List<Pair> in(String text) {
        var words = WORD.matcher(text).results().toList();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < words.size(); i++) {
            if (isName(words.get(i).group())) {
                from(text, words, i, pairs);
            }
        }
        return pairs;
    }

    private static void from(String text, List<MatchResult> words, int first, List<Pair> pairs) {
        for (int i = first + 1; i <= first + REACH && i < words.size(); i++) {
            var between = text.substring(words.get(i - 1).end(), words.get(i).start());
            var word = words.get(i).group();
            if (!BETWEEN.matcher(between).matches() || !(isName(word) || PARTICLES.contains(word))) {
                return;
            }
            if (isName(word)) {
                pairs.add(pair(words.get(first), words.get(i)));
            }
        }
    }

    private static Pair pair(MatchResult first, MatchResult second) {
        var last = own(second.group());
        return new Pair(own(first.group()), last, first.start(), second.start() + last.length());
    }

    /** A capital, or a letter of a script that has none. */
    private static boolean isName(String word) {
        return !Character.isLowerCase(word.codePointAt(0));
    }

    private static String own(String word) {
        return POSSESSIVE.matcher(word).replaceFirst("");
    }
}
