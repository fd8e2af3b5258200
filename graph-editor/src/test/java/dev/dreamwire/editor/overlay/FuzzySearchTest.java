package dev.dreamwire.editor.overlay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FuzzySearchTest {
  private static int score(String query, String text) {
    return FuzzySearch.score(query, text).orElse(-1);
  }

  @Test
  void startsBeatWordsAndWordsBeatLetters() {
    int start = score("pit", "Pitch Meter");
    int word = score("met", "Pitch Meter");
    int inside = score("tch", "Pitch Meter");
    int letters = score("pm", "Pitch Meter");
    assertTrue(start > word && word > inside && inside > letters && letters > 0);
  }

  @Test
  void missingLettersAreNoAnswer() {
    assertTrue(FuzzySearch.score("pz", "Pitch Meter").isEmpty());
    assertTrue(FuzzySearch.score("retem", "Pitch Meter").isEmpty());
  }
}
