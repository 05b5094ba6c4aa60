/**
 * Solves A · x = b for each right side by Cholesky's factorisation (Golub and Van Loan 2013, section 4.2).
 * `matrix` is n × n, row-major, symmetric and positive definite; it is overwritten with its factor.
 */
export function solveCholesky(matrix: Float64Array, rightSides: readonly Float64Array[]): Float64Array[] {
  const n = rightSides[0]?.length ?? 0;
  for (let column = 0; column < n; column += 1) {
    for (let row = column; row < n; row += 1) {
      let sum = matrix[row * n + column]!;
      for (let k = 0; k < column; k += 1) sum -= matrix[row * n + k]! * matrix[column * n + k]!;
      // Rounding can bring a pivot of a nearly singular matrix down to zero.
      matrix[row * n + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-300)) : sum / matrix[column * n + column]!;
    }
  }
  return rightSides.map((rightSide) => {
    const x = Float64Array.from(rightSide);
    for (let row = 0; row < n; row += 1) {
      for (let k = 0; k < row; k += 1) x[row]! -= matrix[row * n + k]! * x[k]!;
      x[row]! /= matrix[row * n + row]!;
    }
    for (let row = n - 1; row >= 0; row -= 1) {
      for (let k = row + 1; k < n; k += 1) x[row]! -= matrix[k * n + row]! * x[k]!;
      x[row]! /= matrix[row * n + row]!;
    }
    return x;
  });
}
