/** Something that the demo shop sells. */
export interface DemoItem {
  readonly sku: string
  readonly name: string
  /** What sizes are compared in, or null. */
  readonly category: string | null
  /** What habits are counted in, or null. */
  readonly group: string | null
  readonly attributes: readonly string[]
  /** PLN minor units. */
  readonly priceMinor: number
  /** How often it is bought compared with others. */
  readonly share: number
}

type Detail = Partial<Pick<DemoItem, 'category' | 'group' | 'attributes'>>

const item = (
  sku: string,
  name: string,
  priceMinor: number,
  share: number,
  detail: Detail = {},
): DemoItem => ({
  sku,
  name,
  priceMinor,
  share,
  category: detail.category ?? null,
  group: detail.group ?? null,
  attributes: detail.attributes ?? [],
})

/** Milk of every kind: what habits are about. */
export const milks = [
  item('milk-2', 'Milk 2 %', 389, 10, { group: 'milk' }),
  item('milk-lf', 'Lactose-free milk', 549, 10, { group: 'milk', attributes: ['lactose-free'] }),
  item('milk-bio', 'Organic milk', 649, 10, { group: 'milk', attributes: ['organic'] }),
] as const

/** What sizes are about. */
export const clothes = [
  item('blouse-linen', 'Linen blouse', 15_900, 5, { category: 'blouse' }),
  item('blouse-silk', 'Silk blouse', 24_900, 3, { category: 'blouse' }),
  item('shirt-oxford', 'Oxford shirt', 17_900, 4, { category: 'shirt' }),
  item('trousers-chino', 'Chino trousers', 19_900, 4, { category: 'trousers' }),
  item('shoes-city', 'City shoes', 32_900, 2, { category: 'shoes' }),
] as const

/** Everyday things. */
export const groceries = [
  item('bread-rye', 'Rye bread', 790, 14, { group: 'bread' }),
  item('rolls', 'Rolls', 129, 12, { group: 'bread' }),
  item('butter', 'Butter', 849, 10),
  item('eggs-10', 'Eggs, 10', 1_390, 9),
  item('apples-kg', 'Apples, kg', 499, 10),
  item('bananas-kg', 'Bananas, kg', 699, 9),
  item('tomatoes-kg', 'Tomatoes, kg', 1_299, 9),
  item('cheese-gouda', 'Gouda', 1_690, 7),
  item('coffee-500', 'Coffee, 500 g', 3_990, 5),
  item('tea-green', 'Green tea', 1_490, 4),
  item('pasta-500', 'Pasta, 500 g', 649, 8),
  item('rice-1', 'Rice, 1 kg', 899, 6),
  item('chicken-kg', 'Chicken, kg', 2_199, 7),
  item('salmon', 'Salmon fillet', 3_890, 3),
  item('yoghurt', 'Yoghurt', 349, 9),
  item('chocolate', 'Chocolate', 599, 7),
  item('water-6', 'Water, 6 bottles', 1_199, 6),
  item('juice', 'Orange juice', 899, 5),
  item('soap', 'Soap', 649, 4),
  item('washing-powder', 'Washing powder', 4_490, 2),
  item('paper-8', 'Kitchen paper, 8', 1_990, 3),
  item('candles', 'Candles', 1_590, 2),
] as const
